/** Why GTM does not let the template send to an address. */
export function permissionProblem(address: string): string {
  return (
    'GTM does not let this template send to ' +
    address +
    ': the port must be 443, and the permission "Sends pixels" of the template must allow the address.'
  );
}
