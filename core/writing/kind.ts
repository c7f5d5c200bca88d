// What kind of value an expression gives, as far as its outermost part tells.
import type { FieldType } from '../../contract/index.ts';
import { treeOf } from '../feel/tree.ts';
import { functionNamed } from './functions.ts';

export type ValueKind = FieldType | 'list' | 'period' | 'anything';

/** @param variable what a name holds. */
export function kindOf(expression: string, variable: (name: string) => ValueKind): ValueKind {
  const node = treeOf(expression).firstChild;
  if (!node) return 'anything';
  const text = expression.slice(node.from, node.to);
  switch (node.name) {
    case 'Comparison':
    case 'Conjunction':
    case 'Disjunction':
    case 'QuantifiedExpression':
    case 'BooleanLiteral':
      return 'yesNo';
    case 'NumericLiteral':
      return 'number';
    case 'StringLiteral':
      return 'text';
    case 'List':
    case 'ForExpression':
      return 'list';
    case 'ArithmeticExpression':
      return /\b(date|today|now)\b|@"/.test(text) ? 'date' : 'number';
    case 'DateTimeLiteral':
      return /^(duration|@"P)/.test(text)
        ? 'period'
        : /^date\s*\(|^@"\d{4}-\d\d-\d\d"$/.test(text)
          ? 'date'
          : 'dateTime';
    case 'VariableName':
      return variable(text);
    case 'FunctionInvocation': {
      const gives = functionNamed(text.slice(0, text.indexOf('(')))?.gives;
      if (typeof gives === 'boolean') return /^(today|now)\b/.test(text) ? 'date' : 'yesNo';
      if (typeof gives === 'number') return 'number';
      if (Array.isArray(gives)) return 'list';
      return typeof gives === 'string' ? 'text' : 'anything';
    }
    default:
      return 'anything';
  }
}
