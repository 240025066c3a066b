import { type Options, Parser, type Program } from 'acorn';

/** What the parser is asked for here beyond its published types: where it may find an arrow function. */
interface Operands {
  start: number;
  potentialArrowAt: number;
  parseMaybeUnary(...args: unknown[]): unknown;
}

const SandboxParser = Parser.extend((Base) => {
  const Open = Base as unknown as new (...args: unknown[]) => Operands;
  class WithArrowOperands extends Open {
    override parseMaybeUnary(...args: unknown[]): unknown {
      this.potentialArrowAt = this.start;
      return super.parseMaybeUnary(...args);
    }
  }
  return WithArrowOperands as unknown as typeof Parser;
});

/**
 * Parses the sandbox's JavaScript. Unlike a browser's, GTM's parser takes an arrow function as an operand without
 * parentheses (`choice || () => undefined`), and published templates have it.
 *
 * @throws SyntaxError with the place in the code
 */
export function parse(code: string, options: Options): Program {
  return SandboxParser.parse(code, { ...options, allowReturnOutsideFunction: true, locations: true });
}
