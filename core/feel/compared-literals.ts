// What names are compared with, as it stands in an expression: `size = "large"`, `n in (1, 2)`, `list contains(kinds, "room")`.
import { parse } from './parse.ts';
import { remembered } from './remember.ts';
import { childrenOf, type Node, treeOf } from './tree.ts';

type Literal = string | number | boolean;

export interface ComparedLiteral {
  name: string;
  value: Literal;
  /** Whether it is the same, more or less, or whether it is among several. */
  asked: 'same' | 'order' | 'contains';
}

/** Remembered per text. None of what cannot be read. */
export const comparedLiterals = remembered((expression: string): readonly ComparedLiteral[] => {
  if (!parse(expression).ok) return [];
  const textOf = (node: Node) => expression.slice(node.from, node.to);
  const found: ComparedLiteral[] = [];
  const literalOf = (node: Node | undefined): Literal | undefined => {
    if (node?.name === 'StringLiteral') return textOf(node).slice(1, -1);
    if (node?.name === 'NumericLiteral') return Number(textOf(node));
    return node?.name === 'BooleanLiteral' ? textOf(node) === 'true' : undefined;
  };
  const note = (name: Node | undefined, value: Node | undefined, asked: ComparedLiteral['asked']): void => {
    const literal = literalOf(value);
    if (name?.name === 'VariableName' && literal !== undefined)
      found.push({ name: textOf(name), value: literal, asked });
  };
  const visit = (node: Node): void => {
    const children = childrenOf(node);
    if (node.name === 'Comparison') {
      const [left, op, ...rest] = children;
      const asked = op && /^!?=$/.test(textOf(op)) ? 'same' : 'order';
      if (op?.name === 'in') for (const one of rest.flatMap(testsIn)) note(left, one, 'same');
      else
        for (const one of rest) {
          note(left, one, asked);
          note(one, left, asked);
        }
    }
    if (node.name === 'FunctionInvocation' && /^list contains\s*\(/.test(textOf(node))) {
      const given = children.find(({ name }) => name === 'PositionalParameters');
      const [list, value] = given ? childrenOf(given) : [];
      note(list, value, 'contains');
    }
    children.forEach(visit);
  };
  visit(treeOf(expression));
  return found;
});

/** The values among the tests behind `in`; a bound says nothing about being the same. */
function testsIn(node: Node): Node[] {
  const children = childrenOf(node);
  if (children.some(({ name }) => name === 'CompareOp' || name === 'Interval')) return [];
  return /Unary|^Parenthesized/.test(node.name) ? children.flatMap(testsIn) : [node];
}
