/** The address of a script that is built beside the panel's (vite.config.ts). */
declare module "*?beside" {
  const address: string;
  export default address;
}
