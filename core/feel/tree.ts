// An expression as a tree, as the parser of FEEL gives it.
import { parseExpression } from 'feelin';

export type Node = ReturnType<typeof parseExpression>['topNode'];

export const treeOf = (expression: string): Node => parseExpression(expression, {}, undefined).topNode;

export function childrenOf(node: Node): Node[] {
  const children: Node[] = [];
  for (let child = node.firstChild; child; child = child.nextSibling) children.push(child);
  return children;
}
