import { StackGraph, type StackJson } from '../../../cli/deploy-model/graph';

const graph = (json: StackJson) => new StackGraph('sandbox', json);

describe('the graph of a stack', () => {
  it('has an edge for each reference and each depends_on, in either spelling', () => {
    const stack = graph({
      resource: {
        aws_vpc: { main: {} },
        aws_eip: { a: { depends_on: ['aws_vpc.main'] }, b: { depends_on: ['${aws_vpc.main}'] } },
        aws_subnet: { a: { vpc_id: '${aws_vpc.main.id}' } },
      },
    });
    for (const address of ['aws_eip.a', 'aws_eip.b', 'aws_subnet.a']) {
      expect(stack.dependencies(address)).toEqual(['aws_vpc.main']);
    }
  });

  it('lets resources wait for what their provider is configured with', () => {
    const stack = graph({
      provider: { aws: [{ alias: 'management' }, { alias: 'stage', allowed_account_ids: ['${local.id}'] }] },
      locals: { id: '${data.aws_organizations_organization.all.id}' },
      data: { aws_organizations_organization: { all: { provider: 'aws.management' } } },
      resource: { aws_vpc: { main: { provider: 'aws.stage' } } },
    });
    expect(stack.dependencies('aws_vpc.main')).toEqual(['provider.aws.stage']);
    expect(stack.dependencies('provider.aws.stage')).toEqual(['local.id']);
    expect(stack.dependencies('local.id')).toEqual(['data.aws_organizations_organization.all']);
  });

  it('uses the provider without an alias for resources that name none', () => {
    const stack = graph({
      provider: { aws: [{ region: 'eu-west-1' }] },
      resource: { aws_vpc: { main: {} } },
    });
    expect(stack.dependencies('aws_vpc.main')).toEqual(['provider.aws']);
  });

  it('has a node for each instance, and lets others wait for all of them', () => {
    const stack = graph({
      resource: {
        aws_eip: { two: { count: 2 } },
        aws_subnet: { each: { for_each: { az1: 1, az2: 2 } } },
        aws_nat_gateway: {
          a: { allocation_id: '${aws_eip.two[0].id}', subnet_id: '${aws_subnet.each["az1"].id}' },
        },
      },
    });
    expect(stack.dependencies('aws_eip.two')).toEqual(['aws_eip.two[0]', 'aws_eip.two[1]']);
    expect(stack.dependencies('aws_subnet.each')).toEqual([
      'aws_subnet.each["az1"]',
      'aws_subnet.each["az2"]',
    ]);
    expect(stack.dependencies('aws_nat_gateway.a')).toEqual(['aws_eip.two', 'aws_subnet.each']);
  });

  it('keeps the order around a resource of which there is none', () => {
    const stack = graph({
      resource: {
        aws_vpc: { main: {} },
        aws_subnet: { none: { count: 0, vpc_id: '${aws_vpc.main.id}' } },
        aws_eip: { a: { depends_on: ['aws_subnet.none'] } },
      },
    });
    expect(stack.dependencies('aws_subnet.none')).toEqual(['aws_vpc.main']);
    expect(stack.node('aws_subnet.none').kind).toBe('value');
  });

  it('fails on a reference to what is not there, naming both ends', () => {
    const json = { resource: { aws_subnet: { a: { vpc_id: '${aws_vpc.gone.id}' } } } };
    expect(() => graph(json)).toThrow(
      'sandbox: aws_subnet.a refers to aws_vpc.gone, which the stack does not have',
    );
  });

  it('fails on a provider that is not configured', () => {
    const json = { resource: { aws_vpc: { main: { provider: 'aws.stage' } } } };
    expect(() => graph(json)).toThrow('aws_vpc.main refers to provider.aws.stage');
  });

  it('fails on a cycle, naming what is in it', () => {
    const json = {
      resource: { aws_vpc: { a: { x: '${aws_vpc.b.id}' }, b: { x: '${aws_vpc.a.id}' } }, aws_eip: { c: {} } },
    };
    expect(() => graph(json)).toThrow(/sandbox has a cycle: aws_vpc\.[ab], aws_vpc\.[ab]; each of them/);
  });

  it('fails on a resource that refers to itself', () => {
    expect(() => graph({ resource: { aws_vpc: { a: { x: '${aws_vpc.a.id}' } } } })).toThrow(
      'has a cycle: aws_vpc.a;',
    );
  });

  it('fails on a Terraform module, whose inside it cannot see', () => {
    expect(() => graph({ module: { network: {} } })).toThrow('sandbox calls Terraform modules (network)');
  });
});
