import { problemsWith, stageFile } from '../environment-folder';

describe('the name of a stage', () => {
  it('is the name of its file', () => {
    expect(problemsWith({ 'three.yaml': stageFile('three', '10.3.0.0/16') })).toEqual([]);
  });

  it('fails when the file has another name', () => {
    expect(problemsWith({ 'three.yaml': stageFile('drei', '10.3.0.0/16') })).toEqual([
      'environments/three.yaml:1:8  stage: expected "three", the name of the file, found "drei"; change it or rename the file to drei.yaml',
    ]);
  });
});
