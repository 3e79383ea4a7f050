import { scalingLimits } from '../../../modules/emr/cluster-size';
import { SIZE } from './emr-fixture';

describe('scalingLimits', () => {
  it('counts core nodes', () => {
    expect(scalingLimits(SIZE)).toEqual({ minimum: 1, maximum: 3, maximumCore: 3 });
  });

  it('counts core and task nodes together', () => {
    const task = { instanceType: 'm6g.xlarge', min: 2, max: 10, volumeGb: 64 };
    expect(scalingLimits({ ...SIZE, task })).toEqual({ minimum: 3, maximum: 13, maximumCore: 3 });
  });
});
