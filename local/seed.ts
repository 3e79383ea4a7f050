import { SEEDED_STORE } from './identity-store';
import type { MotoClient } from './moto-client';

/** A bucket for Terraform state that exists before anything is deployed. */
export interface StateBucket {
  readonly name: string;
  readonly region: string;
}

export interface Seed {
  /** @default 123456789012 */
  readonly managementAccountId?: string;
  /** @default - none: state is kept on disk beside the emulator */
  readonly stateBuckets?: readonly StateBucket[];
  /**
   * Display names of groups that Identity Center's identity store has, as if an identity provider had brought them.
   *
   * @default - none
   */
  readonly groups?: readonly string[];
}

const ORGANIZATIONS = 'AWSOrganizationsV20161128';
const POLICY_TYPES = ['SERVICE_CONTROL_POLICY', 'TAG_POLICY'] as const;

/**
 * Gives the new cloud what a management account has before a landing zone is deployed into it: an organization
 * with all features and its policy types, and what `ensureSeeded` makes. Its Identity Center instance is there from
 * the start (`services/identity-center-instance.ts`).
 */
export async function seedCloud(moto: MotoClient, seed: Seed = {}): Promise<void> {
  await createOrganization(moto);
  await ensureSeeded(moto, seed);
}

/** Makes what is not there: the configuration may have named it only after the cloud began. */
export async function ensureSeeded(moto: MotoClient, seed: Seed): Promise<void> {
  await Promise.all([ensureStateBuckets(moto, seed), ensureGroups(moto, seed)]);
}

async function ensureStateBuckets(moto: MotoClient, { stateBuckets = [] }: Seed): Promise<void> {
  await Promise.all(
    stateBuckets.map(async (bucket) => {
      const { status } = await moto.rest('s3', 'HEAD', `/${bucket.name}`, '', { region: bucket.region });
      if (status === 404) await createStateBucket(moto, bucket);
    }),
  );
}

async function createOrganization(moto: MotoClient): Promise<void> {
  await moto.ask('organizations', `${ORGANIZATIONS}.CreateOrganization`, { FeatureSet: 'ALL' });
  const { Roots } = await moto.ask<{ Roots: Array<{ Id: string }> }>(
    'organizations',
    `${ORGANIZATIONS}.ListRoots`,
  );
  const root = Roots[0];
  if (root === undefined) throw new Error('moto created an organization without a root');
  for (const PolicyType of POLICY_TYPES) {
    await moto.ask('organizations', `${ORGANIZATIONS}.EnablePolicyType`, { RootId: root.Id, PolicyType });
  }
}

/** Makes the groups in moto, from where the identity store takes them over. */
async function ensureGroups(moto: MotoClient, { groups = [] }: Seed): Promise<void> {
  const store = { IdentityStoreId: SEEDED_STORE.id };
  const { Groups } = await moto.ask<{ Groups: Array<{ DisplayName: string }> }>(
    'identitystore',
    'AWSIdentityStore.ListGroups',
    store,
    SEEDED_STORE,
  );
  const missing = new Set(groups);
  for (const { DisplayName } of Groups) missing.delete(DisplayName);
  for (const DisplayName of missing)
    await moto.ask('identitystore', 'AWSIdentityStore.CreateGroup', { ...store, DisplayName }, SEEDED_STORE);
}

async function createStateBucket(moto: MotoClient, { name, region }: StateBucket): Promise<void> {
  const constraint = `<CreateBucketConfiguration><LocationConstraint>${region}</LocationConstraint></CreateBucketConfiguration>`;
  const versioning = '<VersioningConfiguration><Status>Enabled</Status></VersioningConfiguration>';
  // us-east-1 is the one region that S3 refuses to be told.
  const created = await moto.rest('s3', 'PUT', `/${name}`, region === 'us-east-1' ? '' : constraint, {
    region,
  });
  const versioned = await moto.rest('s3', 'PUT', `/${name}?versioning`, versioning, { region });
  for (const { status, body } of [created, versioned]) {
    if (status !== 200) throw new Error(`state bucket ${name}: ${status} ${body.toString().slice(0, 500)}`);
  }
}
