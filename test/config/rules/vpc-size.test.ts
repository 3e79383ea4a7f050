import { problemsWith, stageFile } from '../environment-folder';

describe('the size of a VPC', () => {
  it.each([16, 17, 18, 19, 20, 21, 22])('may be /%i', (prefix) => {
    expect(problemsWith({ 'two.yaml': stageFile('two', `10.2.0.0/${prefix}`) })).toEqual([]);
  });

  it.each([
    [15, 'AWS allows VPCs of at most /16', '10.2.0.0/16'],
    [8, 'AWS allows VPCs of at most /16', '10.2.0.0/16'],
    [
      23,
      "it would be cut into private subnets of /26 and public ones of /29, and AWS's smallest subnet is /28",
      '10.2.0.0/22',
    ],
    [
      26,
      "it would be cut into private subnets of /29 and public ones of /32, and AWS's smallest subnet is /28",
      '10.2.0.0/22',
    ],
    [28, "it is too small to be cut into subnets, and AWS's smallest subnet is /28", '10.2.0.0/22'],
  ])('fails for /%i', (prefix, reason, suggestion) => {
    const cidr = prefix === 8 ? '10.0.0.0/8' : `10.2.0.0/${prefix}`;
    const problems = problemsWith({ 'two.yaml': stageFile('two', cidr) });
    const expected = `environments/two.yaml:7:9  network.cidr: expected a range of /16 to /22, found ${cidr}: ${reason}; `;
    const found = problems.find((problem) => problem.startsWith(expected));
    expect(found?.slice(expected.length)).toBe(`use a free block such as ${suggestion}`);
  });
});
