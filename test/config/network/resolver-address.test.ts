import { resolverAddress } from '../../../config/network/resolver-address';

describe("the address of a VPC's DNS", () => {
  it.each([
    ['10.20.0.0/16', '10.20.0.2'],
    ['10.23.240.0/22', '10.23.240.2'],
  ])('is the third one of %s', (cidr, address) => {
    expect(resolverAddress(cidr)).toBe(address);
  });
});
