/**
 * A value that the Terraform provider takes and AWS does not. That the provider takes it was tried with `terraform
 * validate` of AWS provider 5.100.0; a comment beside each names the page or API by which AWS refuses it.
 */
export interface RefusedValue {
  /** What is wrong. */
  readonly what: string;
  readonly problems: () => string[];
  /** Everything that a user is told. */
  readonly told: readonly string[];
}

/** One test for each value. */
export function describeRefused(section: string, values: readonly RefusedValue[]): void {
  describe(`values of the ${section} that AWS refuses`, () => {
    it.each(values)('fails for $what', ({ problems, told }) => {
      expect(problems()).toEqual(told);
    });
  });
}
