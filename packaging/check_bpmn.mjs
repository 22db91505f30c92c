// Reads every process of resources/processes with bpmn-moddle, the reader of the modellers on bpmn.io, and fails
// on any warning: a process of ours must be plain BPMN 2.0 for others too. See docs/process-extensions.md.
//
//   mkdir -p build/node && cp packaging/package.json build/node/ && npm install --prefix build/node     once
//   node packaging/check_bpmn.mjs [FILE ...]
//
// Exit status: 0 read without a warning, 1 a warning or an error, 2 bpmn-moddle is not installed.

import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join, relative } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';

const root = dirname(dirname(fileURLToPath(import.meta.url)));
const processes = join(root, 'resources', 'processes');

async function loadReader() {
  const installed = [join(root, 'build', 'node'), join(root, 'packaging')].map((folder) => join(folder, 'package.json'));
  for (const from of installed) {
    if (!existsSync(join(dirname(from), 'node_modules', 'bpmn-moddle'))) continue;
    const module = await import(pathToFileURL(createRequire(from).resolve('bpmn-moddle')));
    return module.BpmnModdle ?? module.default;
  }
  return null;
}

/** Give what is wrong with one file: the reader's warnings, and steps or flows that are not drawn. */
async function problemsOf(BpmnModdle, file) {
  let definitions;
  const problems = [];
  try {
    const read = await new BpmnModdle().fromXML(readFileSync(file, 'utf8'));
    definitions = read.rootElement;
    problems.push(...read.warnings.map((warning) => warning.message));
  } catch (error) {
    return [error.message];
  }
  const drawn = new Set(definitions.diagrams.flatMap((diagram) => diagram.plane.planeElement).map((di) => di.bpmnElement?.id));
  const visit = (scope) => {
    for (const element of scope.flowElements ?? []) {
      if (!drawn.has(element.id)) problems.push(`${element.id} is not drawn`);
      visit(element);
    }
  };
  definitions.rootElements.filter((element) => element.$type === 'bpmn:Process').forEach(visit);
  return problems;
}

const BpmnModdle = await loadReader();
if (!BpmnModdle) {
  console.error('bpmn-moddle is not installed; the first lines of packaging/check_bpmn.mjs say how to get it');
  process.exit(2);
}
const given = process.argv.slice(2);
const files = given.length ? given : readdirSync(processes).filter((name) => name.endsWith('.bpmn')).map((name) => join(processes, name));
let failed = false;
for (const file of files) {
  const problems = await problemsOf(BpmnModdle, file);
  problems.forEach((problem) => console.error(`${relative(root, file)}: ${problem}`));
  failed ||= problems.length > 0;
}
if (!failed) console.log(`${files.length} process file(s) read by bpmn-moddle without a warning`);
process.exit(failed ? 1 : 0);
