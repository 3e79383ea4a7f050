import { CORRECT, problemsWith, stageFile } from '../environment-folder';

const withStage = (name: string, ci: string) =>
  problemsWith({
    'organization.yaml': `${CORRECT['organization.yaml']}${ci}`,
    [`${name}.yaml`]: stageFile(name, '10.3.0.0/16'),
  });

const CI = 'ci: { github: { repository: acme/platform } }\n';

describe('names of stages beside roles of pipelines', () => {
  it.each(['landing', 'landing-zone'])('fail for %s, whose own roles would be called alike', (name) => {
    expect(withStage(name, CI)).toEqual([
      `environments/${name}.yaml:1:8  stage: found "${name}", with which the roles of pipelines begin (landing-zone-plan, landing-zone-deploy); call the stage something else`,
    ]);
  });

  it('may be anything where pipelines have no roles', () => {
    expect(withStage('landing', '')).toEqual([]);
  });

  it('may begin alike', () => {
    expect(withStage('landings', CI)).toEqual([]);
  });
});
