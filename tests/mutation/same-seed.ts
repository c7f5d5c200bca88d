/** Generated tests take the same cases for every mutant, or a score could not be repeated. */
import fc from 'fast-check';

fc.configureGlobal({ seed: 20261129, numRuns: 30 });
