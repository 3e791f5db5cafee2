// Parses events/asyncapi.yaml with the parser that AsyncAPI's own tools use: any remark of its fails.
// That it says what the schemas and the services say is AsyncApiTest's matter.
import { fileURLToPath } from 'node:url';
import { Parser, fromFile } from '@asyncapi/parser';

const file = fileURLToPath(new URL('events/asyncapi.yaml', import.meta.url));
const { document, diagnostics } = await fromFile(new Parser(), file).parse();

for (const { code, path, message } of diagnostics) {
  console.error(`${code} at ${path.join('.') || 'the beginning'}: ${message}`);
}
if (!document || diagnostics.length > 0) {
  process.exit(1);
}
for (const channel of document.channels().all()) {
  console.log(`${channel.address()}: ${channel.messages().length} messages`);
}
