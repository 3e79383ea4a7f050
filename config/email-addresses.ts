import type { EnvironmentConfig } from './schema/environment';
import type { Path } from './source/location';
import type { Draft } from './validate/draft';

/** Every e-mail address that a stage has, with its place. */
export function emailAddresses(
  stage: Draft<EnvironmentConfig>,
): { readonly address: string; readonly path: Path }[] {
  const { account, monitoring } = stage;
  return [
    { address: account?.email, path: ['account', 'email'] },
    ...(monitoring?.subscribers ?? []).map((address, index) => ({
      address,
      path: ['monitoring', 'subscribers', index],
    })),
  ].flatMap(({ address, path }) => (address === undefined ? [] : [{ address, path }]));
}
