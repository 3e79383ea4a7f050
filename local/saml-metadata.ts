import type { AwsCall } from './aws-call';
import { parsedXml } from './ec2-xml';
import type { MotoClient } from './moto-client';

/** The metadata document of a SAML provider in IAM; undefined when there is no such provider. */
export async function samlMetadata(
  arn: string,
  call: AwsCall,
  moto: MotoClient,
): Promise<string | undefined> {
  const query = new URLSearchParams({
    Action: 'GetSAMLProvider',
    Version: '2010-05-08',
    SAMLProviderArn: arn,
  });
  const { account } = call;
  const { status, body } = await moto.rest('iam', 'GET', `/?${query.toString()}`, '', { account });
  if (status !== 200) return undefined;
  return parsedXml<{ GetSAMLProviderResult: { SAMLMetadataDocument: string } }>(body).GetSAMLProviderResult
    .SAMLMetadataDocument;
}
