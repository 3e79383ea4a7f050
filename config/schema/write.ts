/** `npm run schema`: writes the JSON Schemas beside the files they describe. */
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { jsonSchemas } from './json-schema';

for (const [name, schema] of Object.entries(jsonSchemas())) {
  writeFileSync(join('environments', name), `${JSON.stringify(schema, null, 2)}\n`);
}
