def get_diag_element_3D(A)
    return A
