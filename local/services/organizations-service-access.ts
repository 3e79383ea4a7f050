import { type Shapes, checkInput } from '../input-shape';
import { type JsonInput, jsonService, now } from '../json-service';
import { type Organization, invalidInput } from '../organization';
import { pageOf } from '../page';

const service: Shapes = { ServicePrincipal: { isRequired: true, min: 1, max: 128, pattern: /[\w+=,.@-]*/ } };

/**
 * Services that the organization trusts; moto knows some of them only.
 *
 * Source: https://docs.aws.amazon.com/organizations/latest/APIReference/API_EnableAWSServiceAccess.html
 */
export function organizationsServiceAccess({ trustedSince }: Organization) {
  return jsonService({
    name: 'organizations-service-access',
    service: 'organizations',
    actions: {
      EnableAWSServiceAccess(input) {
        const principal = principalOf(input);
        trustedSince.set(principal, trustedSince.get(principal) ?? now());
        return {};
      },
      DisableAWSServiceAccess(input) {
        trustedSince.delete(principalOf(input));
        return {};
      },
      ListAWSServiceAccessForOrganization(input) {
        const { items, NextToken } = pageOf([...trustedSince], input, 20);
        const principals = items.map(([ServicePrincipal, DateEnabled]) => ({
          ServicePrincipal,
          DateEnabled,
        }));
        return { EnabledServicePrincipals: principals, NextToken };
      },
    },
  });
}

/** Which services exist changes month by month, so the name's form alone is checked. */
export function principalOf(input: JsonInput): string {
  checkInput(input, service, { code: 'InvalidInputException' });
  const principal = input.ServicePrincipal as string;
  if (!/^[a-z0-9.-]+\.amazonaws\.com$/.test(principal))
    throw invalidInput('You specified an unrecognized service principal.');
  return principal;
}
