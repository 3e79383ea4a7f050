import type { AwsCall } from './aws-call';
import { ServiceError } from './aws-error';
import { directoryExists, usableCertificate } from './client-vpn-dependencies';
import { invalidEc2Value, oneOf, prefixesOf } from './ec2-form';
import type { MotoClient } from './moto-client';
import { samlMetadata } from './saml-metadata';

/** One way in which clients prove who they are. */
export type ClientVpnAuthentication =
  | { readonly type: 'certificate-authentication'; readonly rootCertificateChainArn: string }
  | { readonly type: 'directory-service-authentication'; readonly directoryId: string }
  | {
      readonly type: 'federated-authentication';
      readonly samlProviderArn: string;
      readonly selfServiceSamlProviderArn?: string;
    };

const TYPES = ['certificate-authentication', 'directory-service-authentication', 'federated-authentication'];

/**
 * Reads how clients authenticate, and checks that what that names exists. There is one way, or mutual
 * authentication and one way by user.
 *
 * Source: https://docs.aws.amazon.com/vpn/latest/clientvpn-admin/client-authentication.html
 */
export async function readAuthentication(
  form: URLSearchParams,
  call: AwsCall,
  moto: MotoClient,
): Promise<readonly ClientVpnAuthentication[]> {
  const options = prefixesOf(form, 'Authentication').map((prefix) => readOption(form, prefix));
  if (options.length === 0) throw missing('The request must contain the parameter Authentication');
  const isCombination = options.length === 2 && options.filter(isMutual).length === 1;
  if (options.length > 1 && !isCombination)
    throw new ServiceError({
      code: 'InvalidParameterCombination',
      message: 'Only certificate-authentication can be combined with one other authentication type',
    });
  for (const option of options) await checkOption(option, call, moto);
  return options;
}

function readOption(form: URLSearchParams, prefix: string): ClientVpnAuthentication {
  const member = (name: string, kind: string): string => {
    const value = form.get(`${prefix}.${name}`);
    if (value) return value;
    throw missing(`${kind} authentication is required but is missing in the request`);
  };
  switch (oneOf(form, `${prefix}.Type`, TYPES)) {
    case 'certificate-authentication': {
      const arn = member('MutualAuthentication.ClientRootCertificateChainArn', 'Mutual');
      return { type: 'certificate-authentication', rootCertificateChainArn: arn };
    }
    case 'directory-service-authentication': {
      const directoryId = member('ActiveDirectory.DirectoryId', 'Active Directory');
      return { type: 'directory-service-authentication', directoryId };
    }
    case 'federated-authentication': {
      const portal = form.get(`${prefix}.FederatedAuthentication.SelfServiceSAMLProviderArn`);
      return {
        type: 'federated-authentication',
        samlProviderArn: member('FederatedAuthentication.SAMLProviderArn', 'Federated'),
        selfServiceSamlProviderArn: portal ?? undefined,
      };
    }
    case undefined:
    default:
      throw missing(`The request must contain the parameter ${prefix}.Type`);
  }
}

async function checkOption(option: ClientVpnAuthentication, call: AwsCall, moto: MotoClient): Promise<void> {
  if (option.type === 'certificate-authentication') {
    await usableCertificate(option.rootCertificateChainArn, call, moto);
  } else if (option.type === 'directory-service-authentication') {
    if (!(await directoryExists(option.directoryId, call, moto)))
      throw invalidEc2Value(`Directory ${option.directoryId} does not exist`);
  } else {
    const arns = [option.samlProviderArn, option.selfServiceSamlProviderArn];
    for (const arn of arns) {
      if (arn !== undefined && (await samlMetadata(arn, call, moto)) === undefined)
        throw invalidEc2Value(`SAML provider ${arn} does not exist`);
    }
  }
}

export function isMutual({ type }: ClientVpnAuthentication): boolean {
  return type === 'certificate-authentication';
}

/** As it stands in the description of an endpoint. */
export function authenticationElement(option: ClientVpnAuthentication): object {
  switch (option.type) {
    case 'certificate-authentication':
      return {
        type: option.type,
        mutualAuthentication: { clientRootCertificateChain: option.rootCertificateChainArn },
      };
    case 'directory-service-authentication':
      return { type: option.type, activeDirectory: { directoryId: option.directoryId } };
    case 'federated-authentication':
      return {
        type: option.type,
        federatedAuthentication: {
          samlProviderArn: option.samlProviderArn,
          selfServiceSamlProviderArn: option.selfServiceSamlProviderArn,
        },
      };
  }
}

function missing(message: string): ServiceError {
  return new ServiceError({ code: 'MissingParameter', message });
}
