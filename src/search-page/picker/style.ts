/** The panel's own style: nothing of the page's reaches it. */
export const style = `
:host { all: initial }
* { box-sizing: border-box }
[hidden] { display: none !important }
.panel {
  position: fixed; right: 16px; bottom: 16px; z-index: 2147483647; width: 380px; max-width: calc(100vw - 32px);
  max-height: calc(100vh - 32px); overflow: auto; padding: 16px; border-radius: 10px; background: #fff; color: #1c2430;
  font: 14px/1.45 system-ui, sans-serif; box-shadow: 0 8px 40px rgb(0 0 0 / 0.35); border: 1px solid #c9d1dc;
}
header { display: flex; justify-content: space-between; align-items: center }
h2 { margin: 0; font-size: 16px }
p { margin: 8px 0 }
button {
  font: inherit; padding: 7px 10px; border: 1px solid #5b6b80; border-radius: 6px; background: #fff; color: #1c2430; cursor: pointer;
}
button:hover:enabled { background: #eef3fa }
button:focus-visible { outline: 3px solid #1a66d6; outline-offset: 1px }
button:disabled { color: #687485; border-color: #c9d1dc; cursor: default }
.close { border: 0; font-size: 20px; line-height: 1; padding: 4px 8px }
.steps { display: grid; gap: 6px }
.step { text-align: left }
.step::before { content: "○ " }
.step.done::before { content: "✓ " }
.step[aria-pressed=true] { background: #1a66d6; color: #fff; border-color: #1a66d6 }
.said:empty { display: none }
.warned { margin: 8px 0; padding: 0; list-style: none; color: #8a3a00 }
.warned li::before { content: "⚠ " }
.instead { margin-bottom: 4px }
.titles { margin: 4px 0 10px; padding-left: 24px }
.more { list-style: none; color: #566273 }
.rows { width: 100%; border-collapse: collapse; margin-bottom: 10px }
.rows th { text-align: left; font-weight: 600; padding: 3px 8px 3px 0; vertical-align: top; width: 40% }
.rows td { padding: 3px 0; overflow-wrap: anywhere }
code { font: 12.5px/1.4 ui-monospace, monospace; background: #eef1f5; padding: 1px 4px; border-radius: 4px }
footer { display: flex; gap: 8px; flex-wrap: wrap }
.frame {
  position: fixed; z-index: 2147483646; pointer-events: none; outline: 3px solid #1a66d6; outline-offset: 2px;
  background: rgb(26 102 214 / 0.12); border-radius: 3px;
}
.copied { position: fixed; left: -1000px }
`;
