import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { App } from 'cdktf';
import type { Config } from '../../config';
import { buildLandingZone } from '../../stacks/landing-zone';
import type { TerraformJson } from './terraform-json';

/** The text of each stack's `cdk.tf.json`, by stack id, synthesised as `main.ts` does it. */
export function synthLandingZone(config: Config): Record<string, string> {
  const outdir = mkdtempSync(join(tmpdir(), 'lz-synth-'));
  try {
    const app = new App({ outdir });
    buildLandingZone(app, config);
    app.synth();
    const stacks = readdirSync(join(outdir, 'stacks')).sort();
    return Object.fromEntries(
      stacks.map((stack) => [stack, readFileSync(join(outdir, 'stacks', stack, 'cdk.tf.json'), 'utf8')]),
    );
  } finally {
    rmSync(outdir, { recursive: true });
  }
}

/** The same, parsed. */
export function parsedLandingZone(config: Config): Record<string, TerraformJson> {
  return Object.fromEntries(
    Object.entries(synthLandingZone(config)).map(([stack, text]) => [
      stack,
      JSON.parse(text) as TerraformJson,
    ]),
  );
}
