import { text, type VerifiedEnvironment } from './verified-environment';

/** Stands for the account of the environment, whose id is often not known before a deploy. */
export const OWN_ACCOUNT = '<account>';

/**
 * A text of the stack with its references replaced, so that two that mean the same are the same. What is not known
 * before a deploy becomes a name in angle brackets, which equals nothing but itself.
 */
export function resolved(environment: VerifiedEnvironment, template: string): string {
  return template
    .replace(/(?<!\$)\$\{([^}]*)\}/g, (reference, expression: string) =>
      reference === environment.accountId ? OWN_ACCOUNT : valueOf(environment, expression),
    )
    .replaceAll('$${', '${');
}

function valueOf(environment: VerifiedEnvironment, expression: string): string {
  const unknown = `<${expression.replace(/[^\w.-]/g, '_')}>`;
  const [, source] = /^data\.(\w+)\.[\w-]+\.\w+$/.exec(expression) ?? [];
  if (source === 'aws_region') return environment.region;
  if (source === 'aws_caller_identity') return OWN_ACCOUNT;
  if (source === 'aws_partition') return 'aws';
  const [, type = '', name = '', attribute = ''] = /^(\w+)\.([\w-]+)\.(\w+)$/.exec(expression) ?? [];
  const address = `${type}.${name}`;
  const resource = environment.resources(type).find((candidate) => candidate.address === address);
  if (resource === undefined) return unknown;
  const written = (key: string): string | undefined => {
    const value = text(resource.attributes[key]);
    return value === undefined ? undefined : resolved(environment, value);
  };
  switch (type) {
    case 'aws_s3_bucket': {
      const bucket = written('bucket') ?? `<${address}>`;
      if (attribute === 'arn') return `arn:aws:s3:::${bucket}`;
      return ['bucket', 'id'].includes(attribute) ? bucket : unknown;
    }
    case 'aws_kms_key':
      if (attribute === 'arn') return `arn:aws:kms:${environment.region}:${OWN_ACCOUNT}:key/<${address}>`;
      return ['key_id', 'id'].includes(attribute) ? `<${address}>` : unknown;
    default:
      return written(attribute) ?? unknown;
  }
}
