import { problemsOfStage } from '../lake-stage';
import { describeRefused } from './refused-value';

describeRefused('Athena', [
  {
    // CreateWorkGroup, WorkGroup is already created: https://docs.aws.amazon.com/athena/latest/ug/workgroups-create-update-delete.html
    what: 'a work group called as the one AWS makes',
    problems: () => problemsOfStage('athena: { workGroups: { primary: {} } }'),
    told: [
      'environments/two.yaml:8:25  athena.workGroups.primary: expected work groups under names of 1 to 128 letters, digits and . _ -, and not primary, which AWS makes itself, found the key "primary"',
    ],
  },
  {
    // engine versions: https://docs.aws.amazon.com/athena/latest/ug/engine-versions.html
    what: 'an engine version that has ended',
    problems: () =>
      problemsOfStage('athena: { workGroups: { bi: { engineVersion: Athena engine version 2 } } }'),
    told: [
      'environments/two.yaml:8:46  athena.workGroups.bi.engineVersion: expected one of AUTO, Athena engine version 3, found "Athena engine version 2"; write Athena engine version 3',
    ],
  },
]);
