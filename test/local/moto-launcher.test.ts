import { chmod, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { findMoto } from '../../local/moto-launcher';
import { temporaryFolder } from './cloud-under-test';

let folder = '';
beforeEach(async () => {
  folder = await temporaryFolder();
});
afterEach(() => rm(folder, { recursive: true }));

async function programs(...scripts: Array<readonly [name: string, script: string]>): Promise<void> {
  for (const [name, script] of scripts) {
    await writeFile(path.join(folder, name), `#!/bin/sh\n${script}\n`);
    await chmod(path.join(folder, name), 0o755);
  }
}

const command = async () => {
  const launcher = await findMoto({ PATH: folder });
  return [path.basename(launcher.command), ...launcher.args(4000)].join(' ');
};

test('an installed moto_server comes first', async () => {
  await programs(['moto_server', ''], ['uvx', ''], ['pipx', ''], ['docker', '']);
  expect(await command()).toBe('moto_server -H 127.0.0.1 -p 4000');
});

test('then uvx, which fetches it', async () => {
  await programs(['uvx', ''], ['pipx', ''], ['docker', '']);
  expect(await command()).toBe('uvx --from moto[all,server]==5.2.1 moto_server -H 127.0.0.1 -p 4000');
});

test('then pipx', async () => {
  await programs(['pipx', ''], ['docker', '']);
  expect(await command()).toBe('pipx run --spec moto[all,server]==5.2.1 moto_server -H 127.0.0.1 -p 4000');
});

test('then a container, on a port of this machine only', async () => {
  await programs(['docker', 'exit 0']);
  expect(await command()).toBe(
    `docker run --rm --name landing-zone-moto-4000-${process.pid} -p 127.0.0.1:4000:5000 motoserver/moto:5.2.1`,
  );
});

test.each([
  ['there is nothing to run it with', [], 'no moto_server, uvx, pipx or docker on PATH'],
  [
    'no docker engine answers',
    [['docker', 'exit 1'] as const],
    'no moto_server, uvx or pipx on PATH, and no docker engine answers',
  ],
])('fails with the ways to get moto when %s', async (_, available, reason) => {
  await programs(...available);
  const error = await findMoto({ PATH: folder }).catch((thrown: unknown) => thrown as Error);
  expect(error).toMatchObject({ name: 'UserError', message: expect.stringContaining(reason) as string });
  for (const way of ["pip install 'moto[all,server]==5.2.1'", 'uv', 'pipx', 'docker engine'])
    expect((error as Error).message).toContain(way);
});
