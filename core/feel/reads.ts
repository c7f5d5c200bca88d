// What an expression looks at: which variables and parts of them, against which values, and whether empty does harm.
import type { Json } from '../state.ts';
import { readable } from './parse.ts';
import { remembered } from './remember.ts';
import { childrenOf, type Node, treeOf } from './tree.ts';

export interface Reads {
  /** Variables with the way into them: `a.b > 3` reads `['a', 'b']`. */
  paths: string[][];
  /** Numbers, texts, yes or no, and dates as text, that stand in it. */
  literals: Json[];
  /** Variables that may be empty without harm: only asked whether they are something, or looked at for being empty. */
  mayBeEmpty: Set<string>;
  /** Variables whose value is handed on as it is, and not worked with: all of `x`, or a branch of `if c then x else y`. */
  handedOn: Set<string>;
  /** Variables that are surely something where it holds, as a condition: `a = 3 and b > 2`. */
  proves: Set<string>;
}

/** Remembered per text. Of an expression that cannot be read: nothing. */
export const readsOf = remembered((expression: string): Reads => {
  const reads: Reads = {
    paths: [],
    literals: [],
    mayBeEmpty: new Set(),
    handedOn: new Set(),
    proves: new Set(),
  };
  const read = readable(expression);
  if (!read.ok) return reads;
  const names = new Set(read.maybe);
  const careless = new Set<string>();
  const guarded = new Set<string>();
  /** Part of a value, where there is none, is nothing too. */
  const use = (name: string, node: Node, parent: Node | undefined): void => {
    if (parent && isNullTest(expression, parent)) guarded.add(name);
    else if (parent && handsOn(parent, node)) reads.handedOn.add(name);
    else if (!parent || !isEquality(expression, parent)) careless.add(name);
  };
  const visit = (node: Node, parent: Node | undefined): void => {
    const text = expression.slice(node.from, node.to);
    switch (node.name) {
      case 'PathExpression': {
        const path = text.split('.').map((part) => part.trim());
        if (!names.has(path[0] ?? '')) break;
        reads.paths.push(path);
        use(path[0] as string, node, parent);
        return;
      }
      case 'VariableName':
        if (!names.has(text)) return;
        reads.paths.push([text]);
        use(text, node, parent);
        return;
      case 'NumericLiteral':
        reads.literals.push(Number(text.replace(/\s/g, '')));
        return;
      case 'StringLiteral':
        reads.literals.push(unquoted(text));
        return;
      case 'BooleanLiteral':
        reads.literals.push(text === 'true');
        return;
      default:
    }
    for (let child = node.firstChild; child; child = child.nextSibling) visit(child, node);
  };
  const topNode = treeOf(expression);
  visit(topNode, undefined);
  prove(expression, topNode, names, reads.proves);
  for (const name of names) {
    if (careless.has(name)) reads.handedOn.delete(name);
    if (guarded.has(name) || !(careless.has(name) || reads.handedOn.has(name))) reads.mayBeEmpty.add(name);
  }
  return reads;
});

function unquoted(text: string): string {
  try {
    return JSON.parse(text) as string;
  } catch {
    return text.slice(1, -1);
  }
}

/** The whole of an expression, or what a choice gives. */
function handsOn(parent: Node, node: Node): boolean {
  if (parent.name === 'Expression') return true;
  if (parent.name !== 'IfExpression') return false;
  const before = childrenOf(parent)
    .filter((one) => one.to <= node.from)
    .at(-1);
  return before?.name === 'then' || before?.name === 'else';
}

/** `x = null`, `x != null`. */
const isNullTest = (expression: string, node: Node): boolean =>
  node.name === 'Comparison' &&
  /^[^<>]*(?:!=|=)[^<>]*$/.test(sourceOf(expression, node)) &&
  hasChild(node, 'null');

/** `x = "a"`, `x != 3`, `x in ("a", "b")`: an empty value is simply not that. */
const isEquality = (expression: string, node: Node): boolean =>
  node.name === 'Comparison' &&
  childrenOf(node).some((child) => child.name === 'in' || EQUALS.has(sourceOf(expression, child)));

/** All parts of a conjunction hold, and a comparison with something written out holds only of something. */
function prove(expression: string, node: Node, names: ReadonlySet<string>, proved: Set<string>): void {
  const children = childrenOf(node);
  if (node.name === 'Expression' || node.name === 'Conjunction' || node.name === 'ParenthesizedExpression') {
    for (const child of children) prove(expression, child, names, proved);
    return;
  }
  if (node.name === 'VariableName' && names.has(sourceOf(expression, node)))
    proved.add(sourceOf(expression, node));
  if (node.name !== 'Comparison') return;
  const [left, op, right] = children;
  if (!left || !op || !right) return;
  const isEmptyTest = right.name === 'null' || left.name === 'null';
  const differs = sourceOf(expression, op) === '!=';
  // `x != 3` also holds of nothing, and `x = null` only of nothing.
  if (isEmptyTest !== differs) return;
  const other =
    isEmptyTest || isWritten(right) || op.name === 'in' ? left : isWritten(left) ? right : undefined;
  const name = other && sourceOf(expression, other).split('.')[0]?.trim();
  if (
    name !== undefined &&
    names.has(name) &&
    (other?.name === 'VariableName' || other?.name === 'PathExpression')
  )
    proved.add(name);
}

const isWritten = (node: Node): boolean => node.name.endsWith('Literal');

const EQUALS = new Set(['=', '!=']);
const sourceOf = (expression: string, node: Node) => expression.slice(node.from, node.to);
const hasChild = (node: Node, name: string) => childrenOf(node).some((child) => child.name === name);
