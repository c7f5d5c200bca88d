// The shape of an example: drawings a rule says nothing about, and drawings it finds, with where and in which words.
import type { Definition } from '../../../../contract/index.ts';
import type { Known } from '../../../../core/check/index.ts';

export interface Wrong {
  drawing: Definition;
  element: string;
  saying: string;
  severity?: 'error' | 'warning' | 'hint';
  known?: Known;
}
export interface Example {
  right: (Definition | { drawing: Definition; known: Known })[];
  wrong: Wrong[];
}
