// Checks a definition: every rule looks at it, and what they find is said in plain words.
import type { Definition, Finding } from '../../contract/index.ts';
import { type Known, modelOf } from './model.ts';
import { rules } from './rules/index.ts';
import { worstFirst } from './worst-first.ts';

/**
 * What is wrong or unwise in a definition, the worst first. Errors block publishing; warnings and hints do not. Unknown
 * data comes through `parseDefinition` of the contract, whose findings have rule `shape`. `known.processes`: which
 * processes are published; left out, nothing is said about calls.
 */
export function check(definition: Definition, known: Known = {}): Finding[] {
  const model = modelOf(definition, known);
  const findings = rules.flatMap((rule) =>
    [...rule.find(model)].map(
      ({ element, message, severity = rule.severity }): Finding => ({
        rule: rule.id,
        severity,
        element,
        message,
      }),
    ),
  );
  return worstFirst(findings);
}
