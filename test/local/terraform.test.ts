import { chmod, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { findTerraform } from '../../local/terraform';
import { temporaryFolder } from './cloud-under-test';

let folder = '';
beforeEach(async () => {
  folder = await temporaryFolder();
});
afterEach(() => rm(folder, { recursive: true }));

async function program(name: string, script: string): Promise<void> {
  await writeFile(path.join(folder, name), `#!/bin/sh\n${script}\n`);
  await chmod(path.join(folder, name), 0o755);
}

const version = (number: string): string =>
  `echo '{"terraform_version":"${number}","platform":"linux_amd64"}'`;

test('Terraform is found with its version and platform', async () => {
  await program('terraform', `echo "Warning: something about settings"; ${version('1.11.4')}`);
  expect(await findTerraform({ PATH: folder })).toEqual({
    path: path.join(folder, 'terraform'),
    version: '1.11.4',
    platform: 'linux_amd64',
  });
});

test('the program that TERRAFORM_BINARY_NAME names is taken, as cdktf does', async () => {
  await program('terraform', version('1.9.0'));
  await program('other', version('1.12.0'));
  expect(await findTerraform({ PATH: folder, TERRAFORM_BINARY_NAME: 'other' })).toMatchObject({
    version: '1.12.0',
  });
});

test('fails when there is no Terraform, saying what is expected and how to get it', async () => {
  await expect(findTerraform({ PATH: folder })).rejects.toMatchObject({
    name: 'UserError',
    message: expect.stringMatching(
      /expected Terraform 1\.10\.0 or newer on PATH, found no terraform\. Install it from https:/,
    ) as string,
  });
});

test('fails on a Terraform that is too old, naming what was found and where', async () => {
  await program('terraform', version('1.9.8'));
  await expect(findTerraform({ PATH: folder })).rejects.toThrow(
    `expected Terraform 1.10.0 or newer, found 1.9.8 at ${folder}/terraform`,
  );
});

test('fails on a Terraform that is too old and does not tell its platform', async () => {
  await program('terraform', `echo '{"terraform_version":"1.5.7"}'`);
  await expect(findTerraform({ PATH: folder })).rejects.toThrow('found 1.5.7 at');
});

test.each([
  'exit 3',
  'echo hello',
  'echo "{}"',
  `echo '{"terraform_version":"1.12.0"}'`,
  `echo '{"terraform_version":"new","platform":"linux_amd64"}'`,
])('fails on a program that is no Terraform: %s', async (script) => {
  await program('terraform', script);
  await expect(findTerraform({ PATH: `${folder}:/bin` })).rejects.toMatchObject({ name: 'UserError' });
});
