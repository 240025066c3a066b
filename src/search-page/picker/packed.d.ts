/** The files of dist/ that a container packs, as the build puts them in. */
declare module 'packed-files' {
  export const templateData: string;
  export const companion: string;
  export const searchPageTemplate: string;
  export const searchPageScript: string;
}
