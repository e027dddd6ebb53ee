export async function walkDefaults(): Promise<boolean> {
  return false;
}
