// The variable in which the outcome last chosen at an element is kept.

/** `n9.confirm` → `n9_confirm_outcome`. */
export const outcomeVariable = (element: string): string => `${element.replace(/\W/g, '_')}_outcome`;
