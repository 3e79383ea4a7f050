import type { PolicyStatement } from '../iam/policy-document';

/** No users, no keys, no passwords, and nobody else whose tokens an account believes. */
export function denyLastingCredentials(): PolicyStatement {
  return {
    Sid: 'NoLastingCredentials',
    Effect: 'Deny',
    Action: [
      'iam:AddClientIDToOpenIDConnectProvider',
      'iam:CreateAccessKey',
      'iam:CreateLoginProfile',
      'iam:CreateOpenIDConnectProvider',
      'iam:CreateServiceSpecificCredential',
      'iam:CreateUser',
      'iam:UpdateAccessKey',
      'iam:UpdateLoginProfile',
      'iam:UpdateOpenIDConnectProviderThumbprint',
      'iam:UploadSigningCertificate',
      'iam:UploadSSHPublicKey',
    ],
    Resource: '*',
  };
}

/** Whoever has the e-mail address of an account's root user can reset its password, and is then the root user. */
export function denyTakingOverAccounts(): PolicyStatement {
  return {
    Sid: 'NoTakingOverAccounts',
    Effect: 'Deny',
    Action: ['account:AcceptPrimaryEmailUpdate', 'account:StartPrimaryEmailUpdate'],
    Resource: '*',
  };
}

/** An account that has left the organization has left its guardrails too. */
export function denyLeavingOrganization(): PolicyStatement {
  return {
    Sid: 'NoLeavingTheOrganization',
    Effect: 'Deny',
    Action: [
      'account:CloseAccount',
      'organizations:CloseAccount',
      'organizations:DeleteOrganization',
      'organizations:LeaveOrganization',
      'organizations:RemoveAccountFromOrganization',
    ],
    Resource: '*',
  };
}
