import type { PluginObj, types } from '@babel/core';

/** A statement that says something to the type checker only. */
function isTypeOnly(statement: types.Statement): boolean {
  const declaration = statement.type === 'ExportNamedDeclaration' ? statement.declaration : statement;
  return declaration?.type === 'TSInterfaceDeclaration' || declaration?.type === 'TSTypeAliasDeclaration';
}

/** A Babel plugin: the comment of a type goes with the type, instead of staying behind without anything to explain. */
export function dropTypeComments(): PluginObj {
  return {
    name: 'drop-type-comments',
    visitor: {
      Program(program) {
        const dropped = new Set<types.Comment>();
        for (const statement of program.node.body.filter(isTypeOnly)) {
          // Only the docstring: what stands further up belongs to the section.
          const docstring = statement.leadingComments?.at(-1);
          if (docstring?.type === 'CommentBlock') dropped.add(docstring);
        }
        for (const statement of program.node.body) {
          statement.leadingComments = statement.leadingComments?.filter((comment) => !dropped.has(comment));
          statement.trailingComments = statement.trailingComments?.filter((comment) => !dropped.has(comment));
        }
      },
    },
  };
}
