/** Loads one of the built scripts into a page. */
export function addScript(document: Document, src: string): Promise<void> {
  const script = document.createElement('script');
  script.src = src;
  return new Promise((resolve, reject) => {
    script.onload = () => resolve();
    script.onerror = () => reject(new Error(`${src} is not there.`));
    document.head.append(script);
  });
}
