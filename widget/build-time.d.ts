/** Address of the application's module below the service's origin, set by `cli/build-widget.ts`. */
declare const APP_MODULE: string;

declare module '*.css' {
  /** The style sheet's text, minified. */
  const text: string;
  export default text;
}
