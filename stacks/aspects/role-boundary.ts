import { IamRole } from '@cdktf/provider-aws/lib/iam-role';
import type { IAspect } from 'cdktf';
import type { IConstruct } from 'constructs';

/** Puts every role that has no cap of its own below one, so that whoever deploys can be made to. */
export class RoleBoundary implements IAspect {
  constructor(private readonly boundaryArn: string) {}

  visit(node: IConstruct): void {
    if (node instanceof IamRole && node.permissionsBoundaryInput === undefined)
      node.permissionsBoundary = this.boundaryArn;
  }
}
