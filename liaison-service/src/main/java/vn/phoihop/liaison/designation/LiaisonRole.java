package vn.phoihop.liaison.designation;

enum LiaisonRole {
  PRIMARY,
  DEPUTY
}
