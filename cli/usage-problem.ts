/** Thrown when the program was asked something it does not understand; the message is for the one who asked. */
export class UsageProblem extends Error {
  override name = 'UsageProblem';
}
