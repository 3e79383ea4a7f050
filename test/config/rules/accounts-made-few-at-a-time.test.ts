import { stageFile, stageFileOfAccount, warningsWith } from '../environment-folder';

/** Files of stages beside the two that are there; each has what `account` says of its account. */
const stagesWith = (count: number, ...account: string[]) =>
  Object.fromEntries(
    Array.from({ length: count }, (_, index) => {
      const range = `10.${index + 3}.0.0/16`;
      const text =
        account.length === 0
          ? stageFile(`s${index}`, range)
          : stageFileOfAccount(
              `s${index}`,
              range,
              ...account.map((line) => line.replace('#', String(index))),
            );
      return [`s${index}.yaml`, text];
    }),
  );

describe('accounts that may have to be made', () => {
  it('are as many as AWS makes at a time', () => {
    expect(warningsWith(stagesWith(3))).toEqual([]);
  });

  it('are warned of when they are more, once, with what to run', () => {
    expect(warningsWith(stagesWith(6))).toEqual([
      expect.stringMatching(
        /^environments\/s4\.yaml:\d+:\d+ {2}account\.id: 8 stages have no account\.id, so that their accounts may still have to be made, of which AWS makes at most 5 at a time; deploy them with npm run deploy:accounts, or give the ids of those that are there$/,
      ),
    ]);
  });

  it('are not those whose id is given, nor those that are let go of', () => {
    expect(warningsWith(stagesWith(6, "id: '44445555666#'"))).toEqual([]);
    expect(warningsWith(stagesWith(6, 'lifecycle: closing'))).toEqual([]);
  });
});
