/** A script of a web page, bundled into one text when the extension is built (scripts/build-client.mjs). */
declare module '*?bundled' {
  export const script: string;
}
