/** The error whose message is one clear sentence for the person at the keyboard; it is shown without a stack. */
export class SetupProblem extends Error {
  override name = 'SetupProblem';
}
