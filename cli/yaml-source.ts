/** YAML (1.2, core schema) as the tree with lines that scenarios are read from. */
import { isAlias, isMap, isScalar, isSeq, LineCounter, type Node, parseDocument } from 'yaml';
import type { Problem, Source, SourceEntry } from '../core/scenario/index.ts';
import { InvalidFile } from './invalid-file.ts';

/** @throws InvalidFile with the line of every mistake in the YAML itself. */
export function yamlSource(file: string, text: string): Source {
  const lines = new LineCounter();
  const document = parseDocument(text, {
    lineCounter: lines,
    version: '1.2',
    schema: 'core',
    prettyErrors: false,
  });
  const lineAt = (offset: number) => Math.max(1, lines.linePos(offset).line);
  const problems: Problem[] = [...document.errors, ...document.warnings].map((error) => ({
    line: lineAt(error.pos[0]),
    message: `This is no valid YAML: ${error.message.trim()}`,
  }));
  const sourceOf = (node: Node | null | undefined, line: number, within: Node[]): Source => {
    if (!node) return { line, kind: 'scalar', value: null };
    const at = node.range ? lineAt(node.range[0]) : line;
    if (within.includes(node)) {
      problems.push({ line, message: 'This value contains itself.' });
      return { line, kind: 'scalar', value: null };
    }
    const inside = [...within, node];
    if (isAlias(node)) return sourceOf(node.resolve(document), line, inside);
    if (isSeq<Node>(node))
      return { line: at, kind: 'list', items: node.items.map((item) => sourceOf(item, at, inside)) };
    if (isMap<Node, Node | null>(node)) {
      const entries = node.items.map(({ key, value }): SourceEntry => {
        const keyLine = key.range ? lineAt(key.range[0]) : at;
        return {
          key: isScalar(key) ? String(key.value) : String(key),
          line: keyLine,
          value: sourceOf(value, keyLine, inside),
        };
      });
      // A map in a block begins where its first key does.
      return { line: entries[0]?.line ?? at, kind: 'map', entries };
    }
    return { line: at, kind: 'scalar', value: isScalar(node) ? scalarOf(node.value) : null };
  };
  const source = problems.length ? undefined : sourceOf(document.contents as Node | null, 1, []);
  if (!source || problems.length) throw new InvalidFile(file, problems);
  return source;
}

function scalarOf(value: unknown): string | number | boolean | null {
  if (typeof value === 'bigint') return Number(value);
  return typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean' ? value : null;
}
