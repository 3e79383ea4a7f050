/** The given units and all units above them, each once, and each after the one above it. */
export function withAncestors(units: readonly string[]): string[] {
  const all = units.flatMap((unit) => {
    const names = unit.split('/');
    return names.map((_, index) => names.slice(0, index + 1).join('/'));
  });
  return [...new Set(all)].sort();
}
