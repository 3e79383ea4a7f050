import { CORRECT, problemsWith } from '../environment-folder';

const pinned = (pins: string) =>
  problemsWith({
    'organization.yaml': `${CORRECT['organization.yaml'] ?? ''}identity: { allowedStages: ${pins} }\n`,
  });

describe('pins of permission sets', () => {
  it('may name permission sets and stages that are there', () => {
    expect(pinned('{ DataEngineer: [one], BreakGlass: [one, two] }')).toEqual([]);
  });

  it('fails for a permission set that is not there: the one that was meant would be free', () => {
    expect(pinned('{ DataEnginer: [one] }')).toEqual([
      expect.stringContaining('expected a permission set, found "DataEnginer"; write DataEngineer'),
    ]);
  });

  it('fails for a stage that is not there', () => {
    expect(pinned('{ DataEngineer: [onee] }')).toEqual([
      expect.stringContaining('expected a stage that has a file in environments/, found "onee"; write one'),
    ]);
  });
});
