/** Two definitions as one drawing: what is there now, with what went at the place it had. */
import type { Definition } from '../../contract/index.ts';

export function together(before: Definition, after: Definition): Definition {
  const [elements, flows] = [
    new Set(after.elements.map(({ id }) => id)),
    new Set(after.flows.map(({ id }) => id)),
  ];
  return {
    ...after,
    roles: [...after.roles, ...before.roles.filter(({ id }) => !after.roles.some((one) => one.id === id))],
    elements: [...after.elements, ...before.elements.filter(({ id }) => !elements.has(id))],
    flows: [...after.flows, ...before.flows.filter(({ id }) => !flows.has(id))],
  };
}
